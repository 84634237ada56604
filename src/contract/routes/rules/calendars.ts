import { z } from 'zod';
import { defineRoute } from '../../route.ts';
import {
  businessCalendar,
  calendarAnswer,
  calendarDetail,
  calendarList,
  calendarTest,
  holidayPlaces,
  holidayPreview,
  holidayRequest,
  savedCalendar,
} from '../../schemas/rules/calendars.ts';

const params = z.object({ id: z.string().min(1).max(200) });
const tag = 'service levels';

/** Calendars as people edit them. */
export const calendarRoutes = {
  'list-calendars': defineRoute('list-calendars', {
    tag,
    summary: 'Business calendars, where each is used and whether it is open',
    may: 'read-rules',
    answer: { status: 200, json: calendarList },
  }),
  'get-calendar': defineRoute('get-calendar', {
    tag,
    summary: 'A calendar with all its versions; its ETag names the newest',
    may: 'read-rules',
    params,
    answer: { status: 200, json: calendarDetail },
  }),
  'save-calendar': defineRoute('save-calendar', {
    tag,
    summary:
      'Write the next version of the calendar that If-Match names, or a new calendar without it; one of the same effectiveFrom is corrected',
    may: 'manage-rules',
    params,
    body: { json: savedCalendar },
    answer: { status: 200, json: calendarDetail },
  }),
  'remove-calendar': defineRoute('remove-calendar', {
    tag,
    summary: 'Remove a calendar that nothing is counted in',
    may: 'manage-rules',
    params,
    answer: { status: 204, empty: true },
  }),
  'choose-business-calendar': defineRoute('choose-business-calendar', {
    tag,
    summary: 'Choose the calendar in which business time is counted',
    may: 'manage-rules',
    body: { json: businessCalendar },
    answer: { status: 200, json: calendarList },
  }),
  'list-holiday-places': defineRoute('list-holiday-places', {
    tag,
    summary: 'Countries whose holidays are known, or the regions of one',
    may: 'read-rules',
    query: z.object({ country: z.string().max(40).optional().describe('Id of a country, or of a region of it') }),
    answer: { status: 200, json: holidayPlaces },
  }),
  'preview-holidays': defineRoute('preview-holidays', {
    tag,
    summary: 'The dates of the holidays of a place, or of an iCalendar file; nothing is saved',
    may: 'read-rules',
    body: { json: holidayRequest },
    answer: { status: 200, json: holidayPreview },
  }),
  'test-calendar': defineRoute('test-calendar', {
    tag,
    summary: 'Ask a calendar, kept or only written: open now, time between, time added; nothing is saved',
    may: 'read-rules',
    body: { json: calendarTest },
    answer: { status: 200, json: calendarAnswer },
  }),
};

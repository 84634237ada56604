import { getCalendarDetail, listCalendarViews } from '#app/calendars/calendar-views.ts';
import { listHolidayPlaces } from '#app/calendars/country-holidays.ts';
import { chooseBusinessCalendar, dropCalendar, saveCalendar } from '#app/calendars/edit-calendars.ts';
import { previewHolidays } from '#app/calendars/preview-holidays.ts';
import { testCalendar } from '#app/calendars/test-calendar.ts';
import type { Handlers } from '../../handler.ts';

type Calendars =
  | 'list-calendars'
  | 'get-calendar'
  | 'save-calendar'
  | 'remove-calendar'
  | 'choose-business-calendar'
  | 'list-holiday-places'
  | 'preview-holidays'
  | 'test-calendar';

/** What is no number is no version that there ever was. */
function versionOf(ifMatch: string | null): number | null {
  if (ifMatch === null) return null;
  return /^\d{1,9}$/.test(ifMatch) ? Number(ifMatch) : 0;
}

export const calendarHandlers: Pick<Handlers, Calendars> = {
  'list-calendars': ({ app }) => listCalendarViews(app),
  'get-calendar': ({ app, params }) => getCalendarDetail(app, params.id),
  'save-calendar': ({ app, params, body, ifMatch, actor, address }) =>
    saveCalendar(app, { id: params.id, version: versionOf(ifMatch) }, body.calendar, { actor, address }),
  'remove-calendar': ({ app, params, ifMatch, actor, address, language }) =>
    dropCalendar(app, { id: params.id, version: versionOf(ifMatch) }, { actor, address, language }),
  async 'choose-business-calendar'({ app, body, actor, address }) {
    await chooseBusinessCalendar(app, body.id, { actor, address });
    return listCalendarViews(app);
  },
  async 'list-holiday-places'({ query, language }) {
    return { items: await listHolidayPlaces(query.country ?? null, language) };
  },
  async 'preview-holidays'({ body, language }) {
    return { items: await previewHolidays(body, language) };
  },
  'test-calendar': ({ app, body }) => testCalendar(app, body),
};

import { changeAlert, createAlert, dropAlert, listAlertViews } from '#app/alerts/alerts.ts';
import { listFiringViews } from '#app/alerts/list-firings.ts';
import { previewAlert } from '#app/alerts/preview-alert.ts';
import { listChannelViews } from '#app/channels/channels.ts';
import { listMemberViews } from '#app/members/members.ts';
import { describeWorkspace } from '#app/members/workspace-settings.ts';
import { may } from '#app/permissions.ts';
import type { Handlers } from '../../handler.ts';

type Alerts = 'list-alerts' | 'create-alert' | 'update-alert' | 'remove-alert' | 'preview-alert' | 'list-alert-firings';

const named = (found: readonly { readonly id: string; readonly name: string }[]) =>
  found.map(({ id, name }) => ({ id, name }));

export const alertHandlers: Pick<Handlers, Alerts> = {
  async 'list-alerts'({ app, accounts, actor, language }) {
    const sets = may(actor, 'manage-alerts');
    const [items, { timeZone }, people, channels] = await Promise.all([
      listAlertViews(app, actor, language),
      describeWorkspace(app),
      sets ? listMemberViews(accounts, app) : [],
      sets ? listChannelViews(app) : [],
    ]);
    return { items, timeZone, people: named(people), channels: named(channels) };
  },
  'create-alert': ({ app, body, actor, address, language }) => createAlert(app, body, { actor, address }, language),
  'update-alert': ({ app, params, body, actor, address, language }) =>
    changeAlert(app, params.id, body, { by: { actor, address }, language }),
  'remove-alert': ({ app, params, actor, address }) => dropAlert(app, params.id, { actor, address }),
  'preview-alert': ({ app, body }) => previewAlert(app, body.rule),
  'list-alert-firings': ({ app, actor, query }) => listFiringViews(app, actor, query),
};

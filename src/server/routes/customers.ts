import { viewFor } from '#app/access/view-for.ts';
import { getCustomer } from '#app/customers/get-customer.ts';
import { listCustomers } from '#app/customers/list-customers.ts';
import { canSeeAll } from '#app/permissions.ts';
import type { Handlers } from '../handler.ts';

export const customerHandlers: Pick<Handlers, 'list-customers' | 'get-customer'> = {
  async 'list-customers'({ app, actor, query }) {
    return listCustomers(await viewFor(app, actor), query);
  },
  async 'get-customer'({ app, actor, params, query }) {
    return getCustomer(await viewFor(app, actor), params.id, query, canSeeAll(actor));
  },
};

import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { customerHistory, customerPage, customersQuery, historyQuery } from '../schemas/customers/customer.ts';

export const customerRoutes = {
  'list-customers': defineRoute('list-customers', {
    tag: 'customers',
    summary: 'Customers or companies, ordered by one of their figures',
    may: 'read-tickets',
    query: customersQuery,
    answer: { status: 200, json: customerPage },
  }),
  'get-customer': defineRoute('get-customer', {
    tag: 'customers',
    summary: 'The history of a customer or a company',
    may: 'read-tickets',
    params: z.object({ id: z.string() }),
    query: historyQuery,
    answer: { status: 200, json: customerHistory },
  }),
};

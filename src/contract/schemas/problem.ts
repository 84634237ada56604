import { z } from 'zod';

/** RFC 9457 problem details. `detail` says what happened, `todo` the next step, both in the language asked for. */
export const problem = z
  .object({
    type: z.string().describe("URI of the error's page in the reference"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().describe('Stable code of the error catalogue'),
    todo: z.string(),
    instance: z.string().describe('Id of the request, also in the log'),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problem>;

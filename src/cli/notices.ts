import type { App } from '#app/app.ts';
import { describeStatus } from '#app/describe-status.ts';
import type { LocalText } from '#domain/error.ts';

/** What must be said of the data wherever its figures are shown: where it comes from, or that it is generated. */
export async function listNotices(app: App): Promise<LocalText[]> {
  const { samples } = await describeStatus(app);
  return samples.filter(({ loaded }) => loaded).map(({ attribution }) => attribution);
}

import type { Story } from '../../ticket/story.ts';
import type { Clock } from '../clock.ts';
import { cyclesOf } from '../metrics/index.ts';
import { secondsFor } from '../rules.ts';
import { buildClock } from './build-clock.ts';
import { changedClocks } from './changed-clocks.ts';
import type { Regime, RegimeLog } from './regimes.ts';
import { sinceAlways, type Terms } from './terms.ts';

/** The clocks of a ticket to which one policy and priority applied throughout. */
function addClocks(clocks: Clock[], story: Story, { policy, priority }: Regime, now: number): void {
  if (policy === null) return;
  for (const target of policy.targets) {
    const seconds = secondsFor(target, priority);
    if (seconds === null) continue;
    const history: readonly Terms[] = [{ policy, target, seconds, since: sinceAlways }];
    for (const cycle of cyclesOf(target, story)) {
      clocks.push(buildClock(story, cycle, history, now, null));
    }
  }
}

/**
 * Every clock of a ticket as it stands at `now`: by kind of policy, then policy in order of time, target, cycle. All
 * events up to `now`, and none after it, must be in the story.
 */
export function clocksOfStory(story: Story, regimes: RegimeLog, now: number): readonly Clock[] {
  const clocks: Clock[] = [];
  for (const ofKind of regimes.byKind) {
    const only = ofKind[0];
    if (ofKind.length === 1 && only !== undefined) addClocks(clocks, story, only, now);
    else clocks.push(...changedClocks(story, ofKind, now));
  }
  return clocks;
}

import { VigieError } from '../../error.ts';
import { amazon } from './amazon.ts';
import { bol } from './bol.ts';
import { cdiscount } from './cdiscount.ts';
import { ebay } from './ebay.ts';
import { generic } from './generic.ts';
import type { PolicyPreset } from './preset.ts';
import { walmart } from './walmart.ts';

/** Every preset, the one for any marketplace last. */
export const policyPresets: readonly PolicyPreset[] = [amazon, ebay, walmart, bol, cdiscount, generic];

/** Throws `policy.unknown-preset`. */
export function getPolicyPreset(id: string): PolicyPreset {
  const found = policyPresets.find((preset) => preset.id === id);
  if (found !== undefined) return found;
  throw new VigieError('policy.unknown-preset', { id, known: policyPresets.map((preset) => preset.id).join(', ') });
}

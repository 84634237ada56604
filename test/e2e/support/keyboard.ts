import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** More steps than any page has controls. */
const mostSteps = 600;

/** Goes through a page by Tab alone: each control that can be seen gets the focus, and shows that it has it. */
export async function expectReachable(page: Page): Promise<void> {
  await page.evaluate(markControls);
  await page.locator('body').evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const unseen: string[] = [];
  for (let step = 0; step < mostSteps; step++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(visitFocus);
    if (found === null) break;
    if (found.again) break;
    if (!found.shown) unseen.push(found.html);
  }
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll('[data-control]:not([data-visited])')].map((each) => each.outerHTML.slice(0, 200)),
  );
  expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
}

/** Marks what a pointer can work; of radios of one name, arrows reach the others; what is in a composite has its own keys. */
function markControls(): void {
  const selector =
    'a[href], button, input:not([type="hidden"]), select, textarea, [role="button"], [role="tab"], [role="checkbox"], [role="switch"]';
  const groups = new Set<string>();
  for (const each of document.querySelectorAll<HTMLElement>(selector)) {
    const visible = each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length > 0;
    const off = each.matches(
      ':disabled, [aria-disabled="true"], [inert] *, [aria-hidden="true"], [aria-hidden="true"] *',
    );
    if (!visible || off) continue;
    if (each.matches('[role="tab"][aria-selected="false"]')) continue;
    if (each instanceof HTMLInputElement && each.type === 'radio') {
      const of = document.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${CSS.escape(each.name)}"]`);
      const chosen = [...of].find(({ checked }) => checked) ?? of[0];
      if (chosen !== each || groups.has(each.name)) continue;
      groups.add(each.name);
    }
    each.setAttribute('data-control', '');
  }
}

/** Whether what has the focus shows it: an outline or a shadow that it, or what stands for it, has only now. */
function visitFocus(): { again: boolean; shown: boolean; html: string } | null {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return null;
  const again = at.hasAttribute('data-visited');
  at.setAttribute('data-visited', '');
  const looks = (each: Element) => {
    const style = getComputedStyle(each);
    const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
    return `${outlined ? style.outline : ''}|${style.boxShadow}|${style.borderColor}|${style.backgroundColor}`;
  };
  const around = [at, at.parentElement, at.parentElement?.parentElement, at.nextElementSibling].filter(
    (each) => each != null,
  );
  const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])] : [];
  const all = [...around, ...labels];
  const focused = all.map(looks);
  at.blur();
  const shown = all.some((each, place) => looks(each) !== focused[place]);
  at.focus({ preventScroll: true });
  return { again, shown, html: at.outerHTML.slice(0, 200) };
}

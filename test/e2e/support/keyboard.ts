import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** More steps than any page has controls. */
const mostSteps = 600;

/** Goes through a page by Tab alone: each control that can be seen gets the focus, and shows that it has it. */
export async function expectReachable(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.evaluate(markControls);
  const unseen: string[] = [];
  let rounds = 0;
  for (let step = 0; step < mostSteps && rounds < 2; step++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(visitFocus);
    if (found === 'nothing') rounds++;
    else if (found === 'again') break;
    else if (found !== 'seen') unseen.push(found.unseen);
  }
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll('[data-control]:not([data-visited])')].map((each) => each.outerHTML.slice(0, 200)),
  );
  expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
}

interface Marked extends Window {
  lookOf(control: HTMLElement): string;
}

/**
 * Marks what a pointer can work, with how it looks without the focus. Of radios of one name and of tabs, arrows reach the
 * others.
 */
function markControls(): void {
  const selector =
    'a[href], button, input:not([type="hidden"]), select, textarea, [role="button"], [role="tab"], [role="checkbox"], [role="switch"]';
  const lookOf = (control: HTMLElement) => {
    const { parentElement: parent, nextElementSibling: next } = control;
    const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
    const around = [control, parent, parent?.parentElement, next, ...labels].filter((each) => each != null);
    return around
      .map((each) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
          getComputedStyle(each);
        const outline = outlineStyle === 'none' || outlineWidth === '0px' ? '' : `${outlineWidth} ${outlineColor}`;
        return [outline, boxShadow, borderColor, backgroundColor].join('|');
      })
      .join('\n');
  };
  Object.assign(window, { lookOf });
  for (const each of document.querySelectorAll<HTMLElement>(selector)) {
    const visible = each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length > 0;
    const off = each.matches(
      ':disabled, [aria-disabled="true"], [inert] *, [aria-hidden="true"], [aria-hidden="true"] *',
    );
    if (!visible || off || each.matches('[role="tab"][aria-selected="false"]')) continue;
    if (each instanceof HTMLInputElement && each.type === 'radio') {
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(each.name)}"]`)];
      if ((group.find(({ checked }) => checked) ?? group[0]) !== each) continue;
    }
    each.setAttribute('data-control', '');
    each.setAttribute('data-look', lookOf(each));
  }
}

/** Whether what has the focus shows it. A date has several parts, each with the focus for a step. */
function visitFocus(): 'nothing' | 'again' | 'seen' | { readonly unseen: string } {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return 'nothing';
  if (at.hasAttribute('data-visited'))
    return at.matches('[type="date"], [type="time"], [type="datetime-local"]') ? 'seen' : 'again';
  at.setAttribute('data-visited', '');
  const before = at.getAttribute('data-look');
  const isSeen = before === null || (window as unknown as Marked).lookOf(at) !== before;
  return isSeen ? 'seen' : { unseen: at.outerHTML.slice(0, 200) };
}

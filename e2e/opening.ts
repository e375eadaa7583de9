/** What the stories do with files: drop them, look at the review, open what was read. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface DroppedFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly type?: string;
}

/** Lets files fall on the page. */
export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const sent = files.map(({ name, content, type = 'application/json' }) => ({
    name,
    type,
    base64: Buffer.from(content).toString('base64'),
  }));
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    return data;
  }, sent);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('body', type, { dataTransfer: transfer });
  }
}

/** The review of what was read. */
export const review = (page: Page): Locator => page.getByRole('dialog', { name: 'Review what was read' });

/** Opens what was read: as a design of its own, or added to the one that is open. */
export async function openReviewed(page: Page, how: 'new' | 'add' = 'new'): Promise<void> {
  const button = how === 'add' ? /^Add to / : /^Open (as new )?design$/;
  await review(page).getByRole('button', { name: button }).click();
  await expect(review(page)).toHaveCount(0);
}

// The built page opens under its policy: it asks nobody else for anything and complains about nothing.
import { expect, test } from '@playwright/test';

test('the page opens without errors and without a request to anyone else', async ({ page, baseURL }) => {
  const complaints: string[] = [];
  const requested: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requested.push(request.url()));

  const response = await page.goto('/');

  await expect(page).toHaveTitle(/VPC Designer/);
  await expect(page.locator('#root')).not.toBeEmpty();
  await page.waitForLoadState('networkidle');
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
  expect(requested.filter((url) => !url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
});

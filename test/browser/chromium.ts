import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { describeWith, programHere } from '../support/programs.ts';

const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const chromium = programHere(process.env['CHROMIUM'], 'chromium', 'chromium-browser', 'google-chrome', mac);

/** `describe` of what a browser shows: Chromium is the one that `CHROMIUM` names, or that is found. */
export const describeInBrowser = (title: string, tests: () => void): void => {
  describeWith('Chromium (CHROMIUM names it)', chromium, title, tests);
};

/** A headless browser that speaks to nobody. */
export async function startBrowser(): Promise<Browser> {
  const { chromium: driver } = await import('playwright-core');
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return driver.launch({
    executablePath: chromium!,
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-quic', '--font-render-hinting=none', ...quiet],
  });
}

/** How a page is looked at. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** Both widths in both colour schemes. */
export const looks: readonly Look[] = ([360, 1440] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
);

/** A page that is open, and what it did that a page must not: messages of the console, errors, dialogues, requests. */
export interface OpenPage {
  readonly page: Page;
  readonly misdeeds: readonly string[];
}

/** Opens a file as a reader does. */
export async function openPage(browser: Browser, file: string, { width, scheme }: Look): Promise<OpenPage> {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  const address = pathToFileURL(file).href;
  const misdeeds: string[] = [];
  page.on('console', (message) => misdeeds.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => misdeeds.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address) misdeeds.push(`request: ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    misdeeds.push(`dialogue: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address);
  return { page, misdeeds };
}

/** Unfolds everything. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

/** What is wider than the window and does not scroll within itself; empty where the page does not scroll sideways. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const isOutside = (element: Element): boolean => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 0.5 || left < -0.5;
    };
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => isOutside(element) && element.closest('.scroll') === null,
    );
    return [`${scrollWidth} > ${clientWidth}`, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  });

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds serious or critical outside of the excluded elements, with the first places. */
export async function barriers(page: Page, exclude: string[] = []): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (exclude) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await run({ include: ['html'], exclude }, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`)
            .join(' | ')} (${nodes.length})`,
      );
  }, exclude);
}

/** The charts that are seen: their accessible names, and how large they are. */
export const chartsOf = (page: Page): Promise<{ name: string; width: number; height: number }[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('figure svg[role=img]')]
      .filter((chart) => chart.checkVisibility())
      .map((chart) => {
        const { width, height } = chart.getBoundingClientRect();
        return { name: chart.getAttribute('aria-label') ?? '', width, height };
      }),
  );

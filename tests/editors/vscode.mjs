// Drives VS Code in a browser as a user would, keeps pictures, and prints what was seen as JSON.
//   node vscode.mjs URL FOLDER-FOR-PICTURES
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";

const require = createRequire(join(process.env.JUSLINT_PLAYWRIGHT ?? process.cwd(), "package.json"));
const { chromium } = require("playwright-core");
const [url, pictures] = process.argv.slice(2);
const seen = {};

const browser = await chromium.launch({
  executablePath: process.env.JUSLINT_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
let number = 0;

async function picture(name) {
  number += 1;
  await page.screenshot({ path: join(pictures, `${number}-${name}.png`) });
}

async function command(name) {
  await page.keyboard.press("F1");
  const box = page.locator(".quick-input-widget input").first();
  await box.waitFor();
  await box.fill(`>${name}`);
  await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
  await page.keyboard.press("Enter");
}

async function open(file) {
  await page.keyboard.press("Control+P");
  const box = page.locator(".quick-input-widget input").first();
  await box.waitFor();
  await box.fill(file);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: file }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".tabs-container .tab", { hasText: file }).waitFor();
}

async function goTo(line, column) {
  await page.keyboard.press("Control+G");
  const box = page.locator(".quick-input-widget input").first();
  await box.waitFor();
  await box.fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
}

try {
  await page.goto(url, { waitUntil: "domcontentloaded", timeout: 120_000 });
  await page.locator(".monaco-workbench").waitFor({ timeout: 120_000 });
  await page.waitForTimeout(4000);
  await open("draft.md");
  await page.locator(".view-lines").first().waitFor();
  await page.locator(".cdr.squiggly-error").first().waitFor({ timeout: 90_000 });
  seen.underlines = await page.locator(".cdr.squiggly-error, .cdr.squiggly-warning").count();
  await picture("underlines");

  await command("Problems: Focus on Problems View");
  const problems = page.locator(".markers-panel .monaco-list-row");
  await problems.first().waitFor();
  await page.waitForTimeout(1000);
  seen.problems = await problems.allInnerTexts();
  await picture("problems");

  await page.locator(".view-lines").first().click();
  await goTo(3, 6);
  await command("Show or Focus Hover");
  const hover = page.locator(".monaco-hover:visible", { hasText: "Nagorny" }).first(); // the link's own comes first
  await hover.waitFor({ timeout: 30_000 });
  seen.hover = await hover.innerText();
  await picture("hover");
  await page.keyboard.press("Escape");

  seen.status = await page.locator(".statusbar-item", { hasText: "juslint" }).first().innerText();

  const wrong = Number(process.env.JUSLINT_COLUMN);
  await goTo(5, wrong);
  await page.keyboard.press("Control+.");
  const menu = page.locator(".action-widget");
  await menu.waitFor({ timeout: 30_000 });
  await page.waitForTimeout(500);
  seen.actions = await menu.locator(".monaco-list-row").allInnerTexts();
  await picture("actions");
  await page.keyboard.press("Enter"); // the first one is chosen already
  await page.locator(".cdr.squiggly-error").first().waitFor({ state: "detached", timeout: 30_000 });
  seen.after = await page.locator(".cdr.squiggly-error").count();
  await picture("mended");
  await page.keyboard.press("Control+S");
  await page.waitForTimeout(1500);
} catch (error) {
  seen.error = String(error);
  await picture("failed");
}
console.log(JSON.stringify(seen));
await browser.close();

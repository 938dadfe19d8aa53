// Draws every frame in this folder as a PNG, as on a dark page.
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const tab = await browser.newPage({ colorScheme: "dark" });
for (const frame of readdirSync(".").filter((name) => name.endsWith(".svg")).sort()) {
  await tab.goto(`file://${resolve(frame)}`);
  const { width, height } = await tab.evaluate(() => document.documentElement.getBoundingClientRect());
  await tab.setViewportSize({ width: Math.ceil(width), height: Math.ceil(height) });
  await tab.screenshot({ path: frame.replace(/svg$/, "png") });
}
await browser.close();

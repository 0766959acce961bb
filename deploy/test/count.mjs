// Usage: node count.mjs PART PROJECT REPORTS
// Reads what a part of the tests has left and prints "passed failed skipped"; "0 0 0" where it has left nothing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [part, project, reports] = process.argv.slice(2);

/** What Surefire has left in each module. */
function java() {
  return surefire(readdirSync(project).map((module) => join(project, module)));
}

/** One `<testsuite tests errors failures skipped>` a file, in each module's surefire-reports. */
function surefire(modules) {
  const suites = modules
    .map((module) => join(module, "target/surefire-reports"))
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => file.endsWith(".xml"))
    .map((file) => readFileSync(file, "utf8").match(/<testsuite\s[^>]*>/)?.[0] ?? "");
  const sum = (name) =>
    suites.reduce((total, suite) => total + Number(suite.match(new RegExp(` ${name}="(\\d+)"`))?.[1] ?? 0), 0);
  const failed = sum("errors") + sum("failures");
  const skipped = sum("skipped");
  return [sum("tests") - failed - skipped, failed, skipped];
}

/** Vitest's JSON report. */
function frontend() {
  const report = json("frontend.json");
  return [report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests];
}

/** Playwright's JSON report; a test that passes only when repeated has failed. */
function browser() {
  const { stats } = json("browser.json");
  return [stats.expected, stats.unexpected + stats.flaky, stats.skipped];
}

function launcher() {
  return lines("launcher.txt");
}

function distribution() {
  return lines("distribution.txt");
}

function load() {
  return unitTestsAndRuns("load");
}

function faults() {
  return unitTestsAndRuns("faults");
}

/** Of a project of its own. */
function unitTestsAndRuns(name) {
  const unit = surefire([join(project, "deploy", name)]);
  return lines(`${name}.txt`).map((count, i) => count + unit[i]);
}

/** Lines of "ok - …" and "not ok - …". */
function lines(file) {
  const lines = readFileSync(join(reports, file), "utf8").split("\n");
  const starting = (words) => lines.filter((line) => line.startsWith(words)).length;
  return [starting("ok - "), starting("not ok - "), 0];
}

function json(file) {
  return JSON.parse(readFileSync(join(reports, file), "utf8"));
}

const counters = { java, frontend, browser, launcher, distribution, load, faults };
try {
  console.log(counters[part]().join(" "));
} catch (error) {
  // A part that broke before its first test leaves no report; its exit status tells the rest.
  if (error.code !== "ENOENT") throw error;
  console.log("0 0 0");
}

// Usage: node report.mjs PART PROJECT REPORTS
// Reads what a part of the tests has left: the first line is "passed failed skipped" ("0 0 0" where nothing was left), and
// each test that failed follows with the beginning of what it said.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

const [part, project, reports] = process.argv.slice(2);
const LINES_OF_A_FAILURE = 20;
const CHARACTERS_OF_A_FAILURE = 2_000;

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
    .map((file) => readFileSync(file, "utf8"));
  const heads = suites.map((suite) => suite.match(/<testsuite\s[^>]*>/)?.[0] ?? "");
  const sum = (name) =>
    heads.reduce((total, head) => total + Number(head.match(new RegExp(` ${name}="(\\d+)"`))?.[1] ?? 0), 0);
  const failed = sum("errors") + sum("failures");
  const skipped = sum("skipped");
  return { passed: sum("tests") - failed - skipped, failed, skipped, failures: suites.flatMap(surefireFailures) };
}

/** `<testcase name classname><failure|error>what was thrown</…>`; one that passed has no such child. */
function surefireFailures(suite) {
  return suite
    .split(/(?=<testcase\s)/)
    .slice(1)
    .flatMap((test) => {
      const thrown = test.match(/<(?:failure|error)\b[^>]*>([\s\S]*?)<\/(?:failure|error)>/)?.[1];
      if (thrown === undefined) return [];
      const attribute = (name) => unescaped(test.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? "");
      return { name: `${attribute("classname")}: ${attribute("name")}`, said: unescaped(thrown) };
    });
}

function unescaped(xml) {
  const named = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return xml
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, "$1")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => named[name]);
}

/** Vitest's JSON report; a file that could not be loaded has a message and no tests. */
function frontend() {
  const report = json("frontend.json");
  const failures = report.testResults
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, message, assertionResults }) => [
      ...(message ? [{ name, said: message }] : []),
      ...assertionResults
        .filter(({ status }) => status === "failed")
        .map(({ fullName, failureMessages }) => ({ name: fullName, said: failureMessages.join("\n") })),
    ]);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

/** Playwright's JSON report; a test that passes only when repeated has failed. */
function browser() {
  const { stats, suites } = json("browser.json");
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const failures = suites
    .flatMap(specs)
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => ({
      name: `${file}:${line} ${title}`,
      said: tests
        .flatMap(({ results }) => results.flatMap(({ errors }) => errors))
        .map(({ message }) => message)
        .join("\n"),
    }));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped, failures };
}

function launcher() {
  return shell("launcher");
}

function distribution() {
  return shell("distribution");
}

function load() {
  return unitTestsAndRuns("load");
}

function faults() {
  return unitTestsAndRuns("faults");
}

/** Of a project of its own. */
function unitTestsAndRuns(name) {
  const [unit, runs] = [surefire([join(project, "deploy", name)]), shell(name)];
  return {
    passed: unit.passed + runs.passed,
    failed: unit.failed + runs.failed,
    skipped: unit.skipped,
    failures: [...unit.failures, ...runs.failures],
  };
}

/** Lines of "ok - …" and "not ok - …", the latter with what was said, indented. */
function shell(name) {
  const text = readFileSync(join(reports, `${name}.txt`), "utf8");
  const failures = [...text.matchAll(/^not ok - (.*)\n((?: {4}.*\n)*)/gm)].map(([, name, said]) => ({ name, said }));
  return { passed: text.match(/^ok - /gm)?.length ?? 0, failed: failures.length, skipped: 0, failures };
}

function json(file) {
  return JSON.parse(readFileSync(join(reports, file), "utf8"));
}

function print({ passed, failed, skipped, failures }) {
  console.log(passed, failed, skipped);
  for (const { name, said } of failures) {
    const lines = stripVTControlCharacters(said).slice(0, CHARACTERS_OF_A_FAILURE).trim().split("\n");
    console.log([`✘ ${name}`, ...lines.slice(0, LINES_OF_A_FAILURE).map((line) => `    ${line}`)].join("\n"));
  }
}

const readers = { java, frontend, browser, launcher, distribution, load, faults };
try {
  print(readers[part]());
} catch (error) {
  // A part that broke before its first test leaves no report; its exit status tells the rest.
  if (error.code !== "ENOENT") throw error;
  print({ passed: 0, failed: 0, skipped: 0, failures: [] });
}

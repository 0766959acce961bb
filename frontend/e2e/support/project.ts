/** Where the built project is, and the Java it runs on. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const projectFolder = fileURLToPath(new URL("../../..", import.meta.url));
export const jar = `${projectFolder}/app/target/homstyle.jar`;
export const jvmOptions = `@${projectFolder}/deploy/jvm.options`;

let found: string | undefined;

/** The JDK that `./homstyle` would choose; the launcher itself is asked. */
export function java(): string {
  const script = '. "$1/homstyle" && find_java && printf %s "$java_home"';
  try {
    found ??= execFileSync("bash", ["-c", script, "bash", projectFolder], { encoding: "utf8" });
  } catch (cause) {
    throw new Error("No JDK 25 or newer found; `./homstyle serve` says where it looks and how to get one.", { cause });
  }
  return `${found}/bin/java`;
}

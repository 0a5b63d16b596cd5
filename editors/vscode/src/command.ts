// Which juslint runs: the one that the user names, that of the active Python environment, or the one on the path.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as vscode from "vscode";

const run = promisify(execFile);

/** The command and its first arguments. */
export type Command = readonly string[];

interface PythonApi {
  environments: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { path: string };
    resolveEnvironment(path: { path: string }): Promise<{ executable: { uri?: vscode.Uri } } | undefined>;
    onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

/** The first command that answers; undefined where none does. In an untrusted folder its own Python is not run. */
export async function find(folder: vscode.Uri | undefined): Promise<Command | undefined> {
  for (const command of await candidates(folder)) {
    if (await answers(command)) {
      return command;
    }
  }
  return undefined;
}

/** Calls back when the user takes another Python environment. */
export async function onEnvironmentChange(changed: () => void): Promise<vscode.Disposable | undefined> {
  return (await python())?.environments.onDidChangeActiveEnvironmentPath(changed);
}

async function candidates(folder: vscode.Uri | undefined): Promise<Command[]> {
  const named = vscode.workspace.getConfiguration("juslint", folder ?? null).get<string[]>("command", []);
  if (named.length > 0) {
    return [named];
  }
  const found: Command[] = [];
  const environment = vscode.workspace.isTrusted ? await interpreter(folder) : undefined;
  if (environment !== undefined) {
    found.push([environment, "-m", "juslint"]);
  }
  return [...found, ["juslint"]];
}

async function python(): Promise<PythonApi | undefined> {
  const extension = vscode.extensions.getExtension<PythonApi>("ms-python.python");
  try {
    return await extension?.activate();
  } catch {
    return undefined; // its trouble is its own
  }
}

async function interpreter(folder: vscode.Uri | undefined): Promise<string | undefined> {
  const environments = (await python())?.environments;
  if (environments === undefined) {
    return undefined;
  }
  const resolved = await environments.resolveEnvironment(environments.getActiveEnvironmentPath(folder));
  return resolved?.executable.uri?.fsPath;
}

async function answers(command: Command): Promise<boolean> {
  const [program, ...rest] = command;
  if (program === undefined) {
    return false;
  }
  try {
    const { stdout } = await run(program, [...rest, "--version"], { timeout: 20_000 });
    return stdout.startsWith("juslint");
  } catch {
    return false;
  }
}

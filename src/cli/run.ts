import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Help, InvalidArgumentError, Option } from 'commander';
import { PACKAGE_ROOT } from '../package-root.ts';
import { OCR_CHOICES } from '../read/services.ts';
import type { CheckOptions } from './check.ts';
import type { DecideOptions } from './decide.ts';
import { ExitCode } from './exit-code.ts';
import type { Format } from './findings/formats.ts';
import type { IngestOptions } from './ingest.ts';
import type { InspectOptions } from './inspect.ts';
import { localeOf, say, setLocale } from './locale.ts';
import { paintFor } from './paint.ts';
import { parseDay, parseYears, type Years } from './query.ts';
import type { TargetsQuery } from './targets.ts';
import type { TasksQuery } from './tasks.ts';

const DEFAULT_OUT = 'output';
/** As in the model, which is not loaded for the help. */
const ROLES = ['lead', 'co-lead', 'coordinate', 'focal', 'assign', 'direct', 'advise', 'guide', 'monitor', 'execute', 'report-to', 'via', 'supervise'];
const FINDING_LEVELS = ['error', 'warning', 'info'];
const FORMATS = ['terminal', 'json', 'sarif', 'memo'] satisfies Format[];
const LEVELS = ['central', 'province', 'district', 'commune', 'cell'];

/** `--lang` is read before anything else, so that the help itself is in the language asked for. */
function presetLocale(argv: readonly string[]): void {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  setLocale(localeOf(process.env));
  const value = at === -1 ? undefined : argv[at] === '--lang' ? argv[at + 1] : (argv[at] as string).slice('--lang='.length);
  if (value === 'vi' || value === 'en') setLocale(value);
}

function version(): string {
  return (JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string }).version;
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 256) throw new InvalidArgumentError('1–256');
  return number;
}

function years(value: string): Years {
  const years = parseYears(value);
  if (!years) throw new InvalidArgumentError(say('query.year'));
  return years;
}

function day(value: string): string {
  const day = parseDay(value);
  if (!day) throw new InvalidArgumentError(say('query.date'));
  return day;
}

function pageNumber(value: string): number {
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new InvalidArgumentError(say('inspect.page'));
  return Number(value);
}

function describe<C extends Command>(command: C): C {
  const titles: Record<string, string> = { 'Usage:': say('help.usage'), 'Arguments:': say('help.arguments'), 'Options:': say('help.options'), 'Commands:': say('help.commands') };
  const plain = new Help();
  const translate = (usage: string) => usage.replace('[options]', `[${say('place.options')}]`).replace('[command]', `[${say('place.command')}]`);
  command.configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    commandUsage: (shown) => translate(plain.commandUsage(shown)),
    subcommandTerm: (shown) => translate(plain.subcommandTerm(shown)),
    // Choices are named in the descriptions.
    optionDescription: ({ description, defaultValue }) => (typeof defaultValue === 'string' ? `${description} (${say('help.default', { value: defaultValue })})` : description),
  });
  command.helpOption('-h, --help', say('help.help'));
  command.addOption(new Option('--lang <vi|en>', say('help.lang')).choices(['vi', 'en']));
  return command;
}

/** `done` is told the exit code of the command that was run. */
function buildProgram(done: (code: ExitCode) => void): Command {
  const program = describe(new Command('trichluc'));
  program
    .description(say('program'))
    .version(version(), '-V, --version', say('help.version'))
    .helpCommand(false)
    .addHelpText('after', `\n${say('help.exit')}`);
  program.exitOverride().configureOutput({ outputError: () => {} });
  const add = (name: string, parent: Command = program) =>
    describe(parent.command(name))
      .helpCommand(false)
      .exitOverride()
      .configureOutput({ outputError: () => {} });

  add('ingest')
    .description(say('ingest'))
    .argument(`<${say('place.paths')}...>`, say('ingest.paths'))
    .option(`-o, --out <${say('place.folder')}>`, say('help.out'), DEFAULT_OUT)
    .option('-c, --concurrency <n>', say('ingest.concurrency'), positive)
    .option('-f, --force', say('ingest.force'), false)
    .addOption(new Option(`--ocr <${say('place.engine')}>`, say('help.ocr')).choices(OCR_CHOICES).default('auto'))
    .option(`--password <${say('place.words')}>`, say('help.password'))
    .option(`--decisions <${say('place.folder')}>`, say('help.decisions'))
    .option(`--knowledge <${say('place.folder')}>`, say('help.knowledge'))
    .option('--json', say('help.json'), false)
    .action(async (paths: string[], options: IngestOptions) => {
      done(await (await import('./ingest.ts')).ingest(paths, options, version()));
    });
  add('inspect')
    .description(say('inspect'))
    .argument(`<${say('place.file')}>`, say('inspect.file'))
    .addOption(new Option(`-s, --stage <${say('place.stage')}>`, say('inspect.stage')).choices(['read', 'normalize', 'split', 'segment', 'extract']).default('segment'))
    .addOption(new Option(`--ocr <${say('place.engine')}>`, say('help.ocr')).choices(OCR_CHOICES).default('auto'))
    .option(`--password <${say('place.words')}>`, say('help.password'))
    .option(`--knowledge <${say('place.folder')}>`, say('help.knowledge'))
    .addOption(new Option(`--page <${say('place.page')}>`, say('inspect.page')).argParser(pageNumber))
    .option('--html', say('inspect.html'), false)
    .option('--json', say('help.json'), false)
    .action(async (file: string, options: InspectOptions) => {
      done(await (await import('./inspect.ts')).inspect(file, options));
    });
  add('check')
    .description(say('check'))
    .option(`-o, --out <${say('place.folder')}>`, say('help.out'), DEFAULT_OUT)
    .addOption(new Option(`--format <${say('place.format')}>`, say('check.format')).choices(FORMATS))
    .addOption(new Option(`-l, --level <${say('place.level')}>`, say('check.level')).choices(FINDING_LEVELS))
    .option(`-d, --document <${say('place.words')}>`, say('query.document'))
    .option(`--output-file <${say('place.file')}>`, say('check.outputFile'))
    .addOption(new Option(`--fail-on <${say('place.level')}>`, say('check.failOn')).choices(FINDING_LEVELS))
    .option(`--decisions <${say('place.folder')}>`, say('help.decisions'))
    .option(`--knowledge <${say('place.folder')}>`, say('help.knowledge'))
    .option('--json', say('check.json'), false)
    .action(async (options: CheckOptions) => {
      done(await (await import('./check.ts')).check(options, version()));
    });
  add('targets')
    .description(say('targets'))
    .option(`-o, --out <${say('place.folder')}>`, say('help.out'), DEFAULT_OUT)
    .option(`-i, --indicator <${say('place.words')}>`, say('targets.indicator'))
    .option(`-a, --area <${say('place.words')}>`, say('targets.area'))
    .option(`-y, --year <${say('place.years')}>`, say('targets.year'), years)
    .option(`--agency <${say('place.words')}>`, say('targets.agency'))
    .option(`-d, --document <${say('place.words')}>`, say('query.document'))
    .option('-u, --unlinked', say('targets.unlinked'), false)
    .option('--csv', say('help.csv'), false)
    .option('--json', say('help.records'), false)
    .action(async (query: TargetsQuery) => {
      done(await (await import('./targets.ts')).targets(query));
    });
  add('tasks')
    .description(say('tasks'))
    .option(`-o, --out <${say('place.folder')}>`, say('help.out'), DEFAULT_OUT)
    .option(`--agency <${say('place.words')}>`, say('tasks.agency'))
    .addOption(new Option(`-r, --role <${say('place.role')}>`, say('tasks.role', { roles: ROLES.join(', ') })).choices(ROLES))
    .option(`-a, --area <${say('place.words')}>`, say('tasks.area'))
    .option(`-y, --year <${say('place.years')}>`, say('tasks.year'), years)
    .addOption(new Option(`-l, --level <${say('place.level')}>`, say('tasks.level', { levels: LEVELS.join(', ') })).choices(LEVELS))
    .option(`-d, --document <${say('place.words')}>`, say('query.document'))
    .option(`--as-of <${say('place.date')}>`, say('tasks.asOf'), day)
    .option('--csv', say('help.csv'), false)
    .option('--json', say('help.records'), false)
    .action(async (query: TasksQuery) => {
      done(await (await import('./tasks.ts')).tasks(query));
    });
  add('decide')
    .description(say('decide'))
    .argument(`<${say('place.finding')}>`, say('decide.finding'))
    .requiredOption(`-r, --reason <${say('place.words')}>`, say('decide.reason'))
    .option(`--by <${say('place.name')}>`, say('decide.by'))
    .option(`--date <${say('place.date')}>`, say('decide.date'), day)
    .option('--confirm', say('decide.confirm'), false)
    .option(`-o, --out <${say('place.folder')}>`, say('help.out'), DEFAULT_OUT)
    .option(`--decisions <${say('place.folder')}>`, say('help.decisions'))
    .action(async (finding: string, options: DecideOptions) => {
      done((await import('./decide.ts')).decide(finding, options));
    });
  add('explain')
    .description(say('explain'))
    .argument(`[${say('place.rule')}]`, say('explain.rule'))
    .option(`--knowledge <${say('place.folder')}>`, say('help.knowledge'))
    .option('--json', say('help.json'), false)
    .action(async (rule: string | undefined, options: { knowledge?: string; json: boolean }) => {
      done((await import('./explain.ts')).explain(rule, options));
    });
  const knowledge = add('knowledge').description(say('knowledge'));
  add('check', knowledge)
    .description(say('knowledge.check'))
    .argument(`[${say('place.folder')}]`, say('knowledge.folder'))
    .option('--json', say('help.json'), false)
    .action(async (folder: string | undefined, options: { json: boolean }) => {
      done((await import('./knowledge.ts')).checkKnowledge(folder, options));
    });
  return program;
}

function usageProblem(error: CommanderError): string {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownCommand':
      return say('usage.unknown-command', { name });
    case 'commander.unknownOption':
      return say('usage.unknown-option', { name });
    case 'commander.missingArgument':
      return say('usage.missing-argument');
    case 'commander.missingMandatoryOptionValue':
      return say('usage.missing-option', { name: /--[a-z-]+/.exec(name)?.[0] ?? name });
    case 'commander.excessArguments':
      return say('usage.too-many-arguments', { name });
    case 'commander.optionMissingArgument':
      return say('usage.missing-value', { name: /--[a-z-]+/.exec(name)?.[0] ?? name });
    case 'commander.invalidArgument': {
      const [said = '', option = '', value = ''] = /^error: option '([^']*)' argument '([^']*)' is invalid\. /.exec(error.message) ?? [];
      const expected = said && error.message.slice(said.length);
      return say('usage.bad-value', {
        option: option.split(' ').find((word) => word.startsWith('--')) ?? option,
        value,
        expected: expected.replace(/^Allowed choices are |\.$/g, ''),
      });
    }
    default:
      return say('usage.other', { detail: error.message.replace(/^error: /, '') });
  }
}

/**
 * Runs a command: `run(['ingest', 'seeds'])`. What it says goes to standard output and error of the process, in the language that `--lang` or
 * the environment asks for. Language and colours are set anew, so that a process may run one command after the other.
 * @returns the exit code. Throws what is no fault of the user.
 */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  presetLocale(argv);
  paintFor(process.env);
  let code: ExitCode = ExitCode.done;
  try {
    const program = buildProgram((made) => {
      code = made;
    });
    if (argv.length === 0) {
      program.outputHelp({ error: true });
      return ExitCode.usage;
    }
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return ExitCode.done;
    process.stderr.write(`${error.code === 'commander.help' ? '' : `trichluc: ${usageProblem(error)}\n`}`);
    return ExitCode.usage;
  }
  return code;
}

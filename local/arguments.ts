import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * The words of a command line, as `parseArgs` of Node reads them, but for two things: what begins with a hyphen and has a
 * dot in it is a domain that somebody has written wrongly, and no option; and a fault is one sentence.
 *
 * @throws Error that says which word is wrong
 */
export function readArguments<T extends ParseArgsConfig>(
  config: T,
  args: readonly string[] = process.argv.slice(2),
): ReturnType<typeof parseArgs<T>> {
  const isDomain = (arg: string) => /^-[^=]*\./.test(arg) && !arg.startsWith('--');
  const options = args.filter((arg) => !isDomain(arg));
  const domains = args.filter(isDomain);
  const inOrder = domains.length === 0 ? [...args] : [...options, '--', ...domains];
  try {
    return parseArgs<T>({ ...config, args: inOrder });
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('ERR_PARSE_ARGS_')) throw error;
    const [sentence = ''] = message.split(/\.? (?=To specify|Did you)|\n/);
    throw new Error(`${sentence.replace(/\.$/, '')}. --help says what there is.`);
  }
}

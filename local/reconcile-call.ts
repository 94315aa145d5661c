import * as v from 'valibot';
import { type ApiErrorAnswer, apiErrorAnswer } from './api-error-answer.ts';
import { readJson } from './read-json.ts';

interface Target {
  readonly url: string;
  /** Whether Closte's list is to be believed, whatever it lacks. */
  readonly allowMissing: boolean;
  /** What Google's access control wants to see. */
  readonly token: string | undefined;
}

type Answer<Body> =
  | { readonly kind: 'answered'; readonly body: Body /** As it came. */; readonly text: string }
  | ApiErrorAnswer;

/** Told while tasks are made. */
type OnProgress = (made: number, of: number) => void;

const names = v.array(v.string());

const Plan = v.object({
  has_wordpress: v.boolean(),
  counts: v.object({
    add: v.number(),
    remove: v.number(),
    recheck: v.number(),
    watch: v.number(),
    watch_due: v.number(),
    unmanaged: v.number(),
    unchanged: v.number(),
    held: v.number(),
    bad_rows: v.number(),
  }),
  held_because: v.nullable(v.picklist(['policy', 'bound'])),
  names: v.object({
    add: names,
    remove: names,
    recheck: names,
    watch: names,
    unmanaged: names,
    unchanged: names,
    held: names,
    bad_rows: names,
  }),
});

const Done = v.object({
  ...Plan.entries,
  tasks: v.number(),
  seconds: v.number(),
  complete: v.boolean(),
  /** The task that goes on with a run that stopped. */
  next: v.nullable(v.string()),
});
export type Done = v.InferOutput<typeof Done>;

const Progress = v.object({ progress: v.object({ made: v.number(), of: v.number() }) });

/**
 * Asks `reconcile` what it would do.
 *
 * @throws TypeError, as fetch does, if there is no answer or it breaks off
 */
export async function askForPlan(target: Target): Promise<Answer<v.InferOutput<typeof Plan>>> {
  return await call(target, { dry_run: true, ...said(target) }, Plan, () => {});
}

/** Has `reconcile` do it. Throws as `askForPlan`. */
export async function haveItDone(target: Target, onProgress: OnProgress): Promise<Answer<Done>> {
  return await call(target, said(target), Done, onProgress);
}

/** A function of the version before does not know the field, and need not see it where nothing is said by it. */
function said({ allowMissing }: Target): object {
  return allowMissing ? { allow_missing: true } : {};
}

async function call<Schema extends v.GenericSchema>(
  { url, token }: Target,
  body: object,
  schema: Schema,
  onProgress: OnProgress,
): Promise<Answer<v.InferOutput<Schema>>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/x-ndjson',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
    redirect: 'manual',
  });
  let last = '';
  let isUnderWay = false;
  for await (const line of linesOf(response)) {
    const told = readJson(Progress, line)?.progress;
    if (told !== undefined) onProgress(told.made, told.of);
    isUnderWay = told !== undefined;
    last = line;
  }
  if (isUnderWay) throw new TypeError('The answer broke off');

  const answered = readJson(schema, last);
  if (response.ok && answered !== undefined) return { kind: 'answered', body: answered, text: last };
  return apiErrorAnswer(response, last, 'reconcile');
}

/** The lines of a body, each as soon as it is there. */
async function* linesOf({ body }: Response): AsyncGenerator<string> {
  if (body === null) return;
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { signEvent } from '../shared/http/signature.ts';
import type { ConnectionTest } from '../shared/status/connection-test.ts';
import type { Status } from '../shared/status/status.ts';
import { type ApiErrorAnswer, apiErrorAnswer } from './api-error-answer.ts';
import { readJson } from './read-json.ts';

type Answer =
  | { readonly kind: 'status'; readonly status: Status /** As it came. */; readonly text: string }
  | { readonly kind: 'connections'; readonly test: ConnectionTest; readonly text: string }
  | ApiErrorAnswer;

const Verdict = v.object({ kind: v.picklist(['ready', 'waiting', 'action-needed', 'not-mapped']) });
const LooksLikeStatus = v.object({ domain: v.string(), verdict: Verdict, resolvers: v.array(v.unknown()) });
const LooksLikeTest = v.object({ ready: v.boolean(), checks: v.array(v.unknown()) });

/**
 * Asks `status` for a domain, or without one whether everything can be reached.
 *
 * @param url of the function
 * @param language of the sentences (BCP 47)
 * @throws TypeError, as fetch does, if there is no answer
 */
export async function askForStatus(
  url: string,
  secret: string,
  domain: string | undefined,
  language?: string,
): Promise<Answer> {
  const fields = {
    ...(domain !== undefined && { domain }),
    ...(language !== undefined && { lang: language }),
  };
  const query = new URLSearchParams(fields).toString();
  const response = await fetch(`${url}?${query}`, {
    headers: { Accept: 'application/json', ...signEvent(secret, `cli_${randomUUID()}`, new Date(), query) },
    redirect: 'manual',
  });
  const text = await response.text();
  const json = readJson(v.unknown(), text);
  // One version of both sides is deployed at a time: what looks like an answer is one.
  if (response.ok && v.is(LooksLikeStatus, json)) {
    return { kind: 'status', status: json as unknown as Status, text };
  }
  if (response.ok && v.is(LooksLikeTest, json)) {
    return { kind: 'connections', test: json as unknown as ConnectionTest, text };
  }
  return apiErrorAnswer(response, text, 'status');
}

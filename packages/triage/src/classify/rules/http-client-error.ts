import type { Facts } from '../facts.js';
import type { Opinion, Rule } from '../rule.js';
import { busyService } from './busy-service.js';

/** A client library threw because of the status it got. */
export const httpClientError: Rule = {
  id: 'http-client-error',
  keywords: [
    'status code',
    'response code',
    'HTTPError',
    'Unauthorized',
    'Forbidden',
    'Internal Server Error',
    'Gateway',
    'Service Unavailable',
  ],
  judge: (facts) => {
    const { text, assertion } = facts;
    if (assertion !== undefined) return undefined;
    const match =
      /(?:status code|response code|HTTPError:?|status:?|HTTP\/[\d.]+|failed with) ?:?(?:code )?(\d{3})\b/i.exec(
        text,
      );
    const status = match === null ? undefined : Number(match[1]);
    const opinion = status === undefined ? undefined : judgeStatus(status);
    return opinion === undefined || !isOwnServer(facts)
      ? opinion
      : { ...opinion, weight: opinion.weight * OWN_SERVER };
  },
};

/** What is left where the answer may be the product's own: it asked itself, or its client made the request. */
const OWN_SERVER = 0.6;

const isOwnServer = ({ text, userFrame }: Facts): boolean =>
  userFrame?.owner === 'product' || /\b(?:localhost|127\.0\.0\.1)\b|your web server/.test(text);

const judgeStatus = (status: number): Opinion | undefined => {
  if (status === 401 || status === 403) {
    return {
      category: 'CONFIGURATION',
      cause: 'credentials',
      weight: 0.66,
      sentence: `The service answered ${status}: it does not accept who this run says it is.`,
    };
  }
  return busyService(status, { asked: 0.85, absent: 0.8 });
};

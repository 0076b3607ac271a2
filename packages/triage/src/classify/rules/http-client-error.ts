import type { Opinion, Rule } from '../rule.js';

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
  judge: ({ text, assertion }) => {
    if (assertion !== undefined) return undefined;
    const match =
      /(?:status code|response code|HTTPError:?|status:?|HTTP\/[\d.]+|failed with) ?:?(?:code )?(\d{3})\b/i.exec(
        text,
      );
    const status = match === null ? undefined : Number(match[1]);
    return status === undefined ? undefined : judgeStatus(status);
  },
};

const judgeStatus = (status: number): Opinion | undefined => {
  if (status === 401 || status === 403) {
    return {
      category: 'CONFIGURATION',
      cause: 'credentials',
      weight: 0.66,
      sentence: `The service answered ${status}: it does not accept who this run says it is.`,
    };
  }
  if (status === 429) {
    return {
      category: 'ENVIRONMENT',
      cause: 'rate-limit',
      weight: 0.85,
      sentence: 'The service answered 429: it was asked too often.',
    };
  }
  if (status >= 502 && status <= 504) {
    return {
      category: 'ENVIRONMENT',
      cause: 'service-unreachable',
      weight: 0.8,
      sentence: `The service answered ${status}: it, or the one behind it, is not ready.`,
    };
  }
  return undefined;
};

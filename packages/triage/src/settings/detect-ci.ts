import vendors from 'ci-info/vendors.json' with { type: 'json' };

type Environment = Readonly<Record<string, string | undefined>>;

/** How the table of CI services tells one: a variable that is set, some of several, or variables with values. */
type Sign = string | { readonly [key: string]: string | readonly string[] };

const GENERIC = [
  'CI',
  'CONTINUOUS_INTEGRATION',
  'BUILD_NUMBER',
  'BUILD_ID',
  'RUN_ID',
  'CI_NAME',
  'CI_BUILD_ID',
  'CI_APP_ID',
];

const holds = (sign: Sign, environment: Environment): boolean => {
  if (typeof sign === 'string') return Boolean(environment[sign]);
  const { env, includes, any } = sign;
  if (typeof env === 'string') return environment[env]?.includes(String(includes)) ?? false;
  if (Array.isArray(any)) return any.some((name: string) => Boolean(environment[name]));
  return Object.entries(sign).every(([name, value]) => environment[name] === value);
};

/**
 * Name of the CI service, `'CI'` for one that is not known by name, null on a machine that is none.
 * Reads nothing but the given variables; `CI=false` says no.
 */
export const detectCi = (environment: Environment): string | null => {
  if (environment.CI === 'false') return null;
  const vendor = vendors.find(({ env }) => [env].flat().every((sign) => holds(sign as Sign, environment)));
  if (vendor !== undefined) return vendor.name;
  return GENERIC.some((name) => Boolean(environment[name])) ? 'CI' : null;
};

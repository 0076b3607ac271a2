import { joinAlternatives } from './join-alternatives.js';

/** What stands where a secret stood. */
export const MASK = '***';

export interface SecretShape {
  /** Global expression; a part of the match that is to stay is a capture that `replacement` repeats. */
  readonly pattern: RegExp;
  readonly replacement: string;
}

const SECRET_NAME =
  '(?:passw(?:or)?d|passphrase|pwd|secret|token|api[-_]?key|access[-_]?key(?:[-_]?id)?|account[-_]?key|private[-_]?key|shared[-_]?access[-_]?(?:key|signature)|credentials?|authorization|x-auth|session[-_]?id|signature)';
const KEY = `[\\w.-]{0,64}${SECRET_NAME}[\\w-]{0,64}`;

/**
 * Secrets that are known by their shape or by the name before them. Order counts: a whole header or
 * key block is taken before the tokens inside it.
 */
export const SECRET_SHAPES: readonly SecretShape[] = [
  {
    pattern:
      /-----BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?)-----(?! \*\*\*)[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
    replacement: `-----BEGIN $1----- ${MASK}`,
  },
  // Cookie headers, bare, quoted or as a list.
  {
    pattern:
      /(\b(?:set-)?cookie["']?\s*[:=]\s*)(?:\[[^\]]*(?:\]|$)|"(?:[^"\\]|\\.)*(?:"|$)|'(?:[^'\\]|\\.)*(?:'|$))/gi,
    replacement: `$1"${MASK}"`,
  },
  { pattern: /(\b(?:set-)?cookie\s*:\s*)[^\s=;"']+=[^\r\n]*/gi, replacement: `$1${MASK}` },
  // Cookie sid=…, as a sentence or a log line has it.
  {
    pattern:
      /(\b(?:set-)?cookie\s+["']?(?!(?:max-age|path|domain|expires|samesite)=)[\w.%-]{1,64}=)(?!\*\*\*)[^\s;,"'<>]{6,}/gi,
    replacement: `$1${MASK}`,
  },
  // connect.sid=…, PHPSESSID=…, wherever they stand.
  {
    pattern:
      /(\b(?:connect\.sid|[\w-]{0,32}sess(?:ion)?(?:[-_.]?id)?|sid)=)(?=[^\s;,&"'<>]{0,256}\d)[^\s;,&"'<>)}\]]{8,}/gi,
    replacement: `$1${MASK}`,
  },
  // Authorization headers: the scheme stays, all that follows goes.
  {
    pattern:
      /(\b(?:proxy-)?authorization["']?\s*[:=]\s*["']?)((?:basic|bearer|digest|token|negotiate|aws4-hmac-sha256|apikey)[ \t]+)?(?!(?:undefined|null)\b)[^\s"'}\]][^\r\n"'}\]]*/gi,
    replacement: `$1$2${MASK}`,
  },
  {
    pattern: /\b(bearer|token)([ \t]+)(?=[^\s"']{0,512}[\d_.~+/=-])[\w.~+/=-]{8,}/gi,
    replacement: `$1$2${MASK}`,
  },
  // Letters alone only where they are too many for a word.
  { pattern: /\b(bearer)([ \t]+)[A-Za-z]{16,}(?![\w-])/gi, replacement: `$1$2${MASK}` },
  {
    pattern:
      /\b([Bb]asic|BASIC)([ \t]+)(?=[A-Za-z0-9+/]{0,512}[A-Z0-9+/=])(?:[A-Za-z0-9+/]{4}){2,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?/g,
    replacement: `$1$2${MASK}`,
  },
  // A password in a URL of any scheme; the port of a URL without user is none.
  {
    pattern:
      /\b([a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@?#"'`<>]{0,256}:)(?!\d{1,5}(?:[/?#]|$))[^\s"'`<>]{1,512}@/gi,
    replacement: `$1${MASK}@`,
  },
  { pattern: /\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/:@?#"'`<>*]{16,512}@/gi, replacement: `$1${MASK}@` },
  { pattern: /\beyJ[\w-]{6,}\.[\w-]{6,}(?:\.[\w-]*)*/g, replacement: MASK },
  // GitHub, GitLab, npm, PyPI, Docker, Hugging Face.
  {
    pattern:
      /\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|gl(?:pat|ptt|rt|dt|cbt|ft|soat|agent|imt)-[\w-]{16,}|npm_[A-Za-z0-9]{20,}|pypi-[\w-]{16,}|dckr_(?:pat|oat)_[\w-]{16,}|hf_[A-Za-z0-9]{20,})/g,
    replacement: MASK,
  },
  // Slack, Discord, Telegram, Twilio, SendGrid, Mailgun.
  {
    pattern:
      /\b(?:xox[abeoprs]-[\w-]{8,}|xapp-[\w-]{8,}|SG\.[\w-]{16,}\.[\w-]{16,}|(?:AC|SK)[0-9a-f]{32}|key-[0-9a-f]{32}|\d{8,10}:AA[\w-]{32,})/g,
    replacement: MASK,
  },
  { pattern: /(\bhooks\.slack\.com\/(?:services|workflows)\/)[\w/-]+/g, replacement: `$1${MASK}` },
  // AWS, Google, Azure, DigitalOcean, Cloudflare.
  { pattern: /\b(?:AKIA|ASIA|AROA|AIDA|AGPA|ANPA|ABIA|ACCA)[A-Z0-9]{16}\b/g, replacement: MASK },
  { pattern: /\b(?:AIza[\w-]{30,}|ya29\.[\w-]{16,}|GOCSPX-[\w-]{16,}|1\/\/0[\w-]{20,})/g, replacement: MASK },
  { pattern: /\b[\w~.-]{3}\dQ~[\w~.-]{31,}/g, replacement: MASK },
  { pattern: /\bdo[opr]_v1_[0-9a-f]{40,}/g, replacement: MASK },
  // Stripe, Shopify, Square, OpenAI, Anthropic, and others that use the same prefixes.
  {
    pattern:
      /\b(?:(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{10,}|whsec_[\w+/=]{16,}|shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}|sq0(?:atp|csp)-[\w-]{20,}|sk-[A-Za-z0-9][\w-]{18,}|gsk_[A-Za-z0-9]{20,}|xai-[A-Za-z0-9]{20,}|lin_api_\w{20,}|dop_v1_\w{20,}|hvs\.[\w-]{20,})/g,
    replacement: MASK,
  },
  // "password": "…" and password='…', as JSON, as printed by inspect, as code.
  {
    pattern: new RegExp(
      `(\\b${KEY}\\\\?["']?\\s*(?:[:=]|=>)\\s*\\\\?["'\`])(?:[^"'\`\\\\\\r\\n]|\\\\[^"'])+`,
      'gi',
    ),
    replacement: `$1${MASK}`,
  },
  // password=…, as in query strings, connection strings and command lines.
  {
    pattern: new RegExp(
      `(\\b${KEY}=)(?!["'\`=>]|\\*\\*\\*|(?:undefined|null|true|false|NaN)\\b)[^\\s&;,"'\`<>)}\\]]+`,
      'gi',
    ),
    replacement: `$1${MASK}`,
  },
  // password: …, only where the value looks like no word.
  {
    pattern: new RegExp(
      `(\\b${KEY}\\s*(?::|=>?|\\s--?)\\s+|--${KEY}\\s+|\\b${KEY}:)(?=[^\\s"'\`]{0,256}\\d)(?=[^\\s"'\`]{0,256}[A-Za-z])[^\\s&;,"'\`<>(){}[\\]]{6,}`,
      'gi',
    ),
    replacement: `$1${MASK}`,
  },
  // pass=…, pass: '…': of mailers and databases; counts of tests are numbers.
  {
    pattern:
      /(\b(?:[\w.-]{0,64}[_.-])?pass=)(?!\d{1,5}(?:\D|$)|\*\*\*|(?:undefined|null|true|false|yes|no|ok)\b)[^\s&;,"'`<>)}\]]{3,}/gi,
    replacement: `$1${MASK}`,
  },
  { pattern: /(\bpass["']?\s*[:=]\s*["'])(?!\*\*\*)[^"'\r\n]{3,256}/gi, replacement: `$1${MASK}` },
  // x-api-key …, without a colon.
  {
    pattern:
      /(\bx-[\w-]{0,40}(?:key|token|secret|auth)["']?[ \t]+["']?)(?=[^\s"']{0,256}\d)[^\s"',;)}\]]{8,}/gi,
    replacement: `$1${MASK}`,
  },
  // One-time codes.
  {
    pattern:
      /(\b(?:t?otp|one[-_ ]time[-_ ](?:code|password)|[2m]fa(?:[-_ ]code)?|verification[-_ ]code|passcode)["']?(?:\s+is)?\s*[:=]?\s*["']?)\d{4,8}\b/gi,
    replacement: `$1${MASK}`,
  },
  // … with password hunter2, the password is "hunter2": only where the value looks like no word.
  {
    pattern:
      /(\b(?:passw(?:or)?d|passphrase)["']?\s+(?:is\s+|was\s+)?["'`]?)(?=[^\s"'`]{0,256}\d)(?=[^\s"'`]{0,256}[A-Za-z])[^\s&;,:=()"'`<>]{6,256}/gi,
    replacement: `$1${MASK}`,
  },
  // <password>…</password>; a <token> is also what a lexer yields, so that must look like a secret.
  {
    pattern: /(<[\w:-]{0,64}(?:passw(?:or)?d|passphrase)[\w:-]{0,64}>)(?!\*\*\*)[^<]{1,512}(?=<\/)/gi,
    replacement: `$1${MASK}`,
  },
  {
    pattern:
      /(<[\w:-]{0,64}(?:secret|token|api[-_]?key)[\w:-]{0,64}>\s*)(?=[^<\s]{0,512}\d)[^<\s]{8,512}(?=\s*<\/)/gi,
    replacement: `$1${MASK}`,
  },
  // mysql -p…, docker login -p …, redis-cli -a …: elsewhere -p is a port or a path.
  {
    pattern: /(\b(?:mysql(?:dump|admin|sh)?|mariadb(?:-dump)?)\b[^\r\n]{0,256}?\s-p)(?!\*\*\*)[^\s"']{3,}/g,
    replacement: `$1${MASK}`,
  },
  {
    pattern:
      /(\b(?:sshpass|mongo(?:sh|dump|restore|export|import)?|(?:docker|podman|helm registry|az) login)\b[^\r\n]{0,256}?\s-p[ \t]+["']?)(?!\*\*\*)[^\s"']{3,}/g,
    replacement: `$1${MASK}`,
  },
  {
    pattern:
      /(\b(?:redis-cli\b[^\r\n]{0,256}?\s-a|sqlcmd\b[^\r\n]{0,256}?\s-P)[ \t]+["']?)(?!\*\*\*)[^\s"']{3,}/g,
    replacement: `$1${MASK}`,
  },
  // curl -u name:…
  {
    pattern: /(\bcurl\b[^\r\n]{0,512}?\s(?:-u|--user)[\s=]*["']?[^\s:"']{1,128}:)(?!\*\*\*)[^\s"']{1,256}/g,
    replacement: `$1${MASK}`,
  },
  // Signatures of signed links.
  {
    pattern: /([?&](?:sig|sv|key|code|X-Amz-[A-Za-z-]+)=)(?!\*\*\*)[^\s&"'`<>]{8,}/g,
    replacement: `$1${MASK}`,
  },
];

/**
 * True for every text that a shape above could match, and for text with characters to strip: what it
 * rejects is clean and costs one pass.
 */
export const SUSPICIOUS = joinAlternatives([
  '[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]',
  '-----BEGIN',
  '://[^\\s/]{0,800}@',
  '://[^\\s/:@?#]{0,256}:(?!\\d{1,5}(?:[/?#\\s]|$))',
  'cookie',
  'bearer',
  'basic[ \\t]',
  'curl ',
  'passw',
  'passphrase',
  'passcode',
  'pass["\']?\\s*[:=]',
  '\\bt?otp\\b',
  '\\b[2m]fa\\b',
  'one[-_ ]time',
  'verification[-_ ]code',
  'sess(?:ion)?(?:[-_.]?id)?=',
  '\\bsid=',
  'm(?:ysql|ariadb|ongo)[^\\r\\n]{0,256}\\s-[pPa]',
  's(?:shpass|qlcmd)[^\\r\\n]{0,256}\\s-[pPa]',
  'redis-cli[^\\r\\n]{0,256}\\s-[pPa]',
  'login[^\\r\\n]{0,256}\\s-[pPa]',
  'pwd',
  'secret',
  'token',
  'api[-_]?key',
  'access[-_]?key',
  'account[-_]?key',
  'private[-_]?key',
  'shared[-_]?access',
  'credential',
  'authorization',
  'x-auth',
  'session[-_]?id',
  'signature',
  'eyJ',
  'gh[pousr]_',
  'github_pat',
  'gl[a-z]{2,5}-',
  'npm_',
  'pypi-',
  'dckr_',
  'hf_',
  'xox[abeoprs]-',
  'xapp-',
  'SG\\.',
  'AC[0-9a-f]{32}',
  'SK[0-9a-f]{32}',
  'key-[0-9a-f]{32}',
  ':AA[\\w-]{32}',
  'hooks\\.slack',
  'A[KSRIGNBC][IROPDC]A[A-Z0-9]{16}',
  'AIza',
  'ya29\\.',
  'GOCSPX',
  '1//0',
  '\\dQ~',
  'do[opr]_v1_',
  'sk_(?:live|test)_',
  'pk_(?:live|test)_',
  'rk_(?:live|test)_',
  'whsec_',
  'shp[acps][ats]_',
  'sq0',
  'sk-',
  'gsk_',
  'xai-',
  'lin_api_',
  'hvs\\.',
  '[?&](?:sig|sv|key|code|X-Amz-)',
]);

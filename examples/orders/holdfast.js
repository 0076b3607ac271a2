// What Holdfast cannot know by itself. The same for both runners.

/** Parts of the service that have their own urgency. */
const areas = [
  { name: 'access', paths: ['test/auth/**'], priority: 'high' },
  { name: 'money', paths: ['test/orders/**', 'test/network/payments.test.js'], priority: 'medium' },
];

/** Signs that only this team can read. */
const rules = [
  {
    name: 'carrier-sandbox-paused',
    message: 'ACCOUNT_PAUSED',
    category: 'ENVIRONMENT',
    cause: 'other-environment',
    priority: 'low',
    why: 'The carrier pauses its test accounts outside office hours.',
    advice: 'Run this test again between eight and six, or book with the recorded answers.',
  },
];

module.exports = { areas, rules };

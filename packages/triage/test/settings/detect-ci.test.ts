import { describe, expect, it } from 'vitest';
import { detectCi } from '../../src/settings/detect-ci.js';

describe('detectCi', () => {
  it.each([
    [{ GITHUB_ACTIONS: 'true' }, 'GitHub Actions'],
    [{ GITLAB_CI: 'true', CI: 'true' }, 'GitLab CI'],
    [{ CIRCLECI: 'true' }, 'CircleCI'],
    [{ JENKINS_URL: 'http://ci', BUILD_ID: '7' }, 'Jenkins'],
    [{ NODE: '/app/.heroku/node/bin/node' }, 'Heroku'],
    [{ CI: 'true' }, 'CI'],
    [{ CONTINUOUS_INTEGRATION: '1' }, 'CI'],
  ])('names the service of %j', (environment: Record<string, string>, name) => {
    expect(detectCi(environment)).toBe(name);
  });

  it('finds none on a plain machine, nor where CI is switched off', () => {
    expect(detectCi({ HOME: '/root' })).toBeNull();
    expect(detectCi({ CI: 'false', GITHUB_ACTIONS: 'true' })).toBeNull();
  });
});

/** What is missing is a member of a test tool: `mocha.useColors`, `vi.hoisted`, `jest.fn().mockName`. */
const TOOL_MEMBER =
  /(?:^|[\s:('])(?:mocha|jest|vi|vitest|karma|jasmine|chai|sinon)\.[\w$]+(?:\([^()\n]*\)(?:\.[\w$]+)?)* is not a function|is not a function \(evaluating '(?:mocha|jest|vi|vitest|karma|jasmine|chai|sinon)\./;

/** True where the error is about a member that a test tool does not have. */
export const lacksToolMember = (text: string): boolean =>
  text.includes('is not a function') && TOOL_MEMBER.test(text);

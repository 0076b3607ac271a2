import type { Facts } from '../facts.js';
import type { Opinion, Rule } from '../rule.js';
import { projectPath } from '../stack/project-path.js';

/** Errors of Python and of the BEAM that say that a value is not what the code takes it for. */
const MISUSE =
  /^(?:KeyError|AttributeError|NameError|IndexError|UnboundLocalError|ZeroDivisionError|TypeError|RecursionError|FunctionClauseError|UndefinedFunctionError|ArithmeticError|BadMapError|BadArityError|BadFunctionError|CaseClauseError|CondClauseError|WithClauseError|Protocol\.UndefinedError)$/;
const FOREIGN_FILE = /\.(?:pyx?|exs?|erl)$/;
const ENVIRON = /^'[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+'$/;
const PORT_CALL = /:erlang\.port_(?:connect|command|close|control|info)\(/;

const misuse = (facts: Facts): Opinion | undefined => {
  const { name, topFrame, error } = facts;
  if (!MISUSE.test(name) || topFrame?.file === undefined || !FOREIGN_FILE.test(topFrame.file))
    return undefined;
  if (topFrame.owner !== 'product' || ENVIRON.test(error?.message ?? '')) return undefined;
  return {
    category: 'BUG',
    cause: 'type-error',
    weight: 0.62,
    sentence: `A value is not what the code takes it for in ${projectPath(topFrame.file, facts.projectRoot)}.`,
  };
};

/** The BEAM calls whatever is wrong with a port a bad argument; its stack tells that it was a port. */
const deadPort = ({ name, error }: Facts): Opinion | undefined =>
  name === 'ArgumentError' && PORT_CALL.test(error?.stack ?? '')
    ? {
        category: 'TEST_DESIGN',
        cause: 'leaked-handle',
        weight: 0.66,
        sentence: 'A port was used after it was closed or its owner had gone: something outlived its test.',
      }
    : undefined;

/** What Python and the BEAM raise when code goes wrong, told by class and by whose code raised it. */
export const otherLanguageError: Rule = {
  id: 'other-language-error',
  keywords: [
    'KeyError',
    'AttributeError',
    'NameError',
    'IndexError',
    'LocalError',
    'DivisionError',
    'TypeError',
    'RecursionError',
    'ClauseError',
    'FunctionError',
    'ArithmeticError',
    'BadMapError',
    'BadArityError',
    'UndefinedError',
    'ArgumentError',
  ],
  judge: (facts) => misuse(facts) ?? deadPort(facts),
};

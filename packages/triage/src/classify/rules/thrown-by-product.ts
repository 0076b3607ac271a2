import type { Rule } from '../rule.js';
import { projectPath } from '../stack/project-path.js';

/** Classes of drivers, clients and tools that drive a page: whoever uses them may have thrown them. */
const OF_A_DRIVER =
  /^(?:Mongo|Mongoose|Sqlite|SQLite|QueryFailed|Prisma|Sequelize|Redis|Reply|Axios|Cypress|WebDriver|Protocol|Kafka|Amqp|Fetch|Abort|Network|Database|Socket|StaleElement|NoSuchElement)/;
const MEANT_FOR_TESTS =
  /Assertion|TestingLibrary|Timeout|Snapshot|SyntaxError|ReferenceError|TSError|Fixture\w+Error|^TypeError$/;

/** The product's own code threw an error of its own kind, and nothing else speaks. */
export const thrownByProduct: Rule = {
  id: 'thrown-by-product',
  judge: (facts) => {
    const { error } = facts;
    if (error === undefined || error.thrownValue === true || error.code !== undefined) return undefined;
    const { name } = facts;
    if (name !== 'Error' && MEANT_FOR_TESTS.test(name)) return undefined;
    const ownKind =
      name !== 'Error' && /^(?!Exception$)\w*(?:Error|Exception)$/.test(name) && !OF_A_DRIVER.test(name);
    const { topFrame } = facts;
    const ownFrame = topFrame?.owner === 'product';
    if ((!ownKind && !ownFrame) || facts.assertion !== undefined) return undefined;
    return {
      category: 'BUG',
      cause: 'other-bug',
      weight: ownKind && /Validation|Invariant|IllegalState|Parse/.test(name) ? 0.54 : ownFrame ? 0.5 : 0.3,
      sentence: ownFrame
        ? `The product threw ${name || 'an error'} in ${projectPath(topFrame?.file ?? '', facts.projectRoot)}.`
        : `The product threw ${name}.`,
    };
  },
};

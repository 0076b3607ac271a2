const { afterAll, expect, test } = require('@holdfast/jest');

require('../scenario/warm.js')({ afterAll, expect, test });

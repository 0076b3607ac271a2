export { type Interval, wilsonInterval } from '@holdfast/adaptive/statistics';

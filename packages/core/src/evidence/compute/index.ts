export {
  byHours,
  byTokens,
  type Estimated,
  estimateCompute,
  saysFlop,
  sideOf,
} from './estimate.ts'
export { modalityOf } from './modality.ts'
export { sizeIn } from './names.ts'
export { inFewWords } from './quantities.ts'
export { computeWords, withoutCounts } from './read.ts'
export { sizeOf } from './size.ts'

export {
  byHours,
  byTokens,
  type ComputeEstimate,
  choose,
  type Estimated,
  estimateCompute,
  saysFlop,
  sideOf,
} from './estimate.ts'
export { type Modality, modalityOf } from './modality.ts'
export { sizeIn } from './names.ts'
export { inFewWords } from './quantities.ts'
export { computeWords } from './read.ts'
export { sizeOf } from './size.ts'
export type { ComputeOddity } from './statement.ts'

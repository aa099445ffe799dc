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
export { computeWords } from './read.ts'
export { sizeOf } from './size.ts'

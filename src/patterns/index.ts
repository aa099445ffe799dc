export { type Marks, marksOf } from './marks.ts'
export { type Sought, sought } from './sought.ts'

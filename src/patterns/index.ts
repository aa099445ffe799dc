export { type Marks, marksOf } from './marks.ts'
export { lookAt, type Sought, sought } from './sought.ts'

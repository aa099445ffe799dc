export { type Said, type Stretch, saidIn, type Worded } from '../../modality/said.ts'

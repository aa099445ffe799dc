export { signoffOf } from './apply.ts'
export { signoffNotes } from './notes.ts'
export { signOff } from './sign.ts'

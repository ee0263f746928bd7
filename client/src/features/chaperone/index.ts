export { Duties } from './duties.tsx';

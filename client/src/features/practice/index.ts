export { PracticeForm } from './practice-form.tsx';

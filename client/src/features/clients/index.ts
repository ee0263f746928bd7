export { ClientCourse } from './client-course.tsx';
export { ClientList } from './client-list.tsx';
export { proposedTime } from './course-model.ts';

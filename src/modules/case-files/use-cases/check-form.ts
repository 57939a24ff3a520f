export { checkForm, type FormFindings, type FormProblem, maySend } from '../domain/check-form.ts';

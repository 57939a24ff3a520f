import { HtmlValidate } from 'html-validate';

const rules = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How a page is typed is the formatter's; what it means is checked.
    'no-trailing-whitespace': 'off',
    'attr-quotes': 'off',
    'void-style': 'off',
    'long-title': 'off',
    'no-inline-style': 'off',
    'tel-non-breaking': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    // The month and the lists that update themselves are elements of our own.
    'element-name': ['error', { pattern: '^[a-z][a-z0-9-]*$' }],
    'no-unknown-elements': 'off',
  },
});

/** What is not valid in a page. */
export async function htmlOffences(page: string): Promise<string[]> {
  const report = await rules.validateString(page);
  return report.results.flatMap((result) =>
    result.messages.map((each) => `${each.ruleId}: ${each.message} (${each.line})`),
  );
}

export default function withPropertiesOnAnonymousInput() {
  return withPropertiesOnAnonymousInput.defaults;
}
withPropertiesOnAnonymousInput.defaults = { level: 1 };

const withPropertiesOnArrowInput = () => 1;
withPropertiesOnArrowInput.version = '1.0.0';

export default withPropertiesOnArrowInput;

const letCycleWithItselfInput = {};
letCycleWithItselfInput.self = letCycleWithItselfInput;

export default letCycleWithItselfInput;

// The command line's entry: reads arguments, asks the engine, prints.
console.error('vpc-designer: no command is available yet');
process.exitCode = 2;

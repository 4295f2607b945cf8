# historycli @VERSION@ for fish, made with: @OPTIONS@
#
# fish reads this file at every start. It makes a function `@NAME@` that gives
# the words below to historycli and everything else to the function that stood
# there before. Fish keeps its own search, delete, save, merge, append and clear.

set -g __historycli_program @PROGRAM@
set -g __historycli_files @FILES@

# What is called for everything that is not ours; found once, also when this file is read twice.
if not functions -q __historycli_otherwise
    if functions -q @NAME@
        functions -c @NAME@ __historycli_otherwise
    else
        function __historycli_otherwise
            $__historycli_program $argv
        end
    end
end

function @NAME@ --description 'Today in history; the shell\'s own history for all else'
    switch "$argv[1]"
        case @VERBS_BARE@
            if test -x $__historycli_program
                $__historycli_program $argv
                return
            end
    end
    __historycli_otherwise $argv
end

# The words after `@NAME@` and `historycli`: commands, options, topics, regions, names of entries.
function __historycli_completes --argument-names command
    complete -c $command -n '__historycli_first' -f -a $argv[2]
    complete -c $command -n '__historycli_after show cite open' -f -a '($__historycli_program --complete-slugs (commandline -ct) 2>/dev/null)'
    complete -c $command -n '__historycli_after @VERBS_BARE@' -l topic -x -a '@TOPICS_BARE@'
    complete -c $command -n '__historycli_after @VERBS_BARE@' -l region -x -a '@REGIONS_BARE@'
@OPTIONS_FISH@
end
function __historycli_first
    test (count (commandline -opc)) -eq 1
end
function __historycli_after
    set -l words (commandline -opc)
    test (count $words) -gt 1; and contains -- $words[2] $argv
end
__historycli_completes historycli '@COMMANDS_BARE@'
__historycli_completes @NAME@ '@VERBS_BARE@'

# The greeting: today's line, from a file that the program made beforehand;
# nothing is said where anything is not as it should be.
function __historycli_greet
    status is-interactive; and isatty stdout; and test "$TERM" != dumb -a -x $__historycli_program; or return 0
    set -l how @GREETING@
    set -q HISTORYCLI_GREETING; and set how $HISTORYCLI_GREETING
    test "$how" != off; or return 0
    set -l day $HISTORYCLI_TODAY
    test -n "$day"; or set day (command date +%Y-%m-%d)
    set -l seen
    if test "$how" != always -a -r $__historycli_files/greeted
        read seen <$__historycli_files/greeted
        test "$seen" != "$day"; or return 0
    end
    test -r $__historycli_files/$day; or return 0
    read -l line <$__historycli_files/$day
    test -n "$line"; or return 0
    echo -- "$line Read on: @NAME@ today"
    echo -- $day >$__historycli_files/greeted 2>/dev/null
    return 0
end
__historycli_greet
functions -e __historycli_greet

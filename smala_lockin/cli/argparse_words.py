"""The words of the standard library's own parser, listed so that they are translated with ours.

`argparse` asks `gettext` for each of these when it needs it, and `program` lends it our catalogue.
What only a mistake in our code can provoke is left out. The words of Python 3.11 to 3.14.
"""

from smala_lockin.i18n import _, ngettext


def argparse_words() -> tuple[str, ...]:
    """Return all that `argparse` may say to a user, in the language in force."""
    return (*_of_help(), *_of_errors(), *_of_counts())


def _of_help() -> tuple[str, ...]:
    return (
        _("usage: "),
        _("positional arguments"),
        _("options"),
        _("%(heading)s:"),
        _("show this help message and exit"),
    )


def _of_errors() -> tuple[str, ...]:
    return (
        _("argument %(argument_name)s: %(message)s"),
        _("the following arguments are required: %s"),
        _("one of the arguments %s is required"),
        _("unrecognized arguments: %s"),
        _("unexpected option string: %s"),
        _("not allowed with argument %s"),
        _("ignored explicit argument %r"),
        _("ambiguous option: %(option)s could match %(matches)s"),
        _("unknown parser %(parser_name)r (choices: %(choices)s)"),
        _("invalid choice: %(value)r (choose from %(choices)s)"),
        _("invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)"),
        _("invalid %(type)s value: %(value)r"),
    )


def _of_counts() -> tuple[str, ...]:
    return (
        _("expected one argument"),
        _("expected at most one argument"),
        _("expected at least one argument"),
        ngettext("expected %s argument", "expected %s arguments", 2),
    )

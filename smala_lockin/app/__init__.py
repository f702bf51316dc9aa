"""The running program without a window."""

from smala_lockin.app import features

features.leave_alone()
